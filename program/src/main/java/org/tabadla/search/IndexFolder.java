package org.tabadla.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// The files of an index: opens them for writing, and throws away what cannot be used. Nothing is
/// lost by that, since the index is derived from the store.
final class IndexFolder {
  private static final String FORMAT = "format";
  private static final double RAM_BUFFER_MIB = 16;

  private IndexFolder() {}

  /// @param dropped why the index that was there was thrown away, in one line; null when it was not
  record Opened(Directory directory, IndexWriter writer, @Nullable String dropped) {}

  static Opened open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Directory directory = FSDirectory.open(folder);
    try {
      return opened(directory, folder);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static Opened opened(Directory directory, Path folder) throws IOException {
    String reason = null;
    try {
      if (DirectoryReader.indexExists(directory)) {
        String format = format(directory);
        reason = format.equals(IndexFields.FORMAT) ? null : "it is of format «" + format + "»";
      }
      if (reason == null) {
        return new Opened(directory, writer(directory), null);
      }
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | NoSuchFileException
        | FileNotFoundException
        | EOFException e) {
      reason = "it is damaged: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
    drop(directory);
    return new Opened(
        directory,
        writer(directory),
        "[search] index dropped, " + reason + ": it is filled again from the records. " + folder);
  }

  private static String format(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData().getOrDefault(FORMAT, "none");
    }
  }

  private static IndexWriter writer(Directory directory) throws IOException {
    var config = new IndexWriterConfig(IndexFields.ANALYZER);
    config.setRAMBufferSizeMB(RAM_BUFFER_MIB);
    config.setCommitOnClose(false);
    boolean fresh = !DirectoryReader.indexExists(directory);
    var writer = new IndexWriter(directory, config);
    if (fresh) {
      writer.setLiveCommitData(commitData(0).entrySet());
      writer.commit();
    }
    return writer;
  }

  private static void drop(Directory directory) throws IOException {
    try (var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      lock.ensureValid();
      for (String file : directory.listAll()) {
        if (file.startsWith("_") || file.startsWith("segments")) {
          directory.deleteFile(file);
        }
      }
    }
  }

  /// @param seq the position of the store's log up to which everything is in the commit
  static Map<String, String> commitData(long seq) {
    return Map.of(FORMAT, IndexFields.FORMAT, LuceneSearch.SEQ, Long.toString(seq));
  }

  /// @return what the last commit of the writer says of itself
  static Map<String, String> commitData(IndexWriter writer) {
    Map<String, String> said = new HashMap<>();
    Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
    if (entries != null) {
      entries.forEach(entry -> said.put(entry.getKey(), entry.getValue()));
    }
    return said;
  }
}
