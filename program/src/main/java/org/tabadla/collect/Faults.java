package org.tabadla.collect;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/// Says in one line what went wrong with a host or a file, and what to do.
final class Faults {
  private Faults() {}

  /// @return the fault of a file that is read
  static String fileLine(IOException e) {
    String seen = Lines.brief(String.valueOf(e.getMessage()));
    return switch (e) {
      case EOFException x -> "ends in the middle; copy it again from where it came";
      case ZipException x -> "packed data is damaged: " + seen + "; copy it again";
      case AccessDeniedException x -> "may not be read; give this user the right to";
      case NoSuchFileException x -> "is gone; was it moved meanwhile?";
      default -> "could not be read: " + seen + "; check the disk and the file";
    };
  }

  /// @return the fault of a visit
  static String line(IOException e) {
    String seen = Lines.brief(String.valueOf(e.getMessage()));
    return switch (e) {
      case UnknownHostException x ->
          "no such host; check the address, or this machine's name server";
      case ConnectTimeoutException x -> "no connection in time; the host is down or shuts us out";
      case SocketTimeoutException x -> "no whole answer in time; tried again later";
      case ConnectException x -> "connection refused; the host is down or shuts us out";
      case NoRouteToHostException x -> "no route to the host; check this machine's network";
      case SSLException x -> "no trusted TLS connection: " + seen + "; the outlet must mend it";
      case MessageConstraintException x ->
          "headers pass the limits: " + seen + "; the outlet must mend it";
      case NoHttpResponseException x -> "hung up without an HTTP answer; check the address";
      case ConnectionClosedException x -> "hung up in the middle of the body; tried again later";
      case EOFException x -> "packed body ends in the middle; tried again later";
      case ZipException x -> "packed body is damaged: " + seen + "; the outlet must mend it";
      case SocketException x -> "connection broke: " + seen + "; tried again later";
      case ClientProtocolException x ->
          "no HTTP answer: "
              + Lines.brief(String.valueOf(x.getCause() == null ? seen : x.getCause().getMessage()))
              + "; check the address";
      default -> "could not be read: " + seen + "; the outlet must mend it";
    };
  }
}
