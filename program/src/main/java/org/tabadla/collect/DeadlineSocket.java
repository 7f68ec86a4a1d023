package org.tabadla.collect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/// A socket on which every wait ends with the visit's deadline. Goes through no proxy: the address
/// that was checked is the one that is connected to.
final class DeadlineSocket extends Socket {
  private volatile int timeoutMillis;

  DeadlineSocket() {
    super(Proxy.NO_PROXY);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
    super.connect(endpoint, waitMillis(timeoutMillis));
  }

  @Override
  public void setSoTimeout(int timeoutMillis) throws SocketException {
    this.timeoutMillis = timeoutMillis;
    super.setSoTimeout(timeoutMillis);
  }

  @Override
  public int getSoTimeout() {
    return timeoutMillis;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        arm();
        return super.read();
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        arm();
        return super.read(buffer, offset, length);
      }
    };
  }

  private void arm() throws IOException {
    super.setSoTimeout(waitMillis(timeoutMillis));
  }

  /// @return the shorter of the time asked for and the time left; 0, which means for ever, only
  ///   when neither is limited
  private static int waitMillis(int wanted) throws SocketTimeoutException {
    int left = Deadline.millisLeft(wanted == 0 ? Integer.MAX_VALUE : wanted);
    if (left == 0) {
      throw new SocketTimeoutException("the visit's time is up");
    }
    return wanted == 0 ? left : Math.min(wanted, left);
  }
}
