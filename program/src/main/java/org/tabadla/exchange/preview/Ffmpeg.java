package org.tabadla.exchange.preview;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The system's ffmpeg, held short: it reads one local file with the reader that it is told, asks
/// nothing, writes into one folder, and has limits of time, memory and size. What it is given was
/// made by strangers.
public final class Ffmpeg {
  /// The value of the setting that leaves it alone.
  public static final String NONE = "none";

  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final long LARGEST_FILE_BYTES = 4L << 30;
  private static final long MEMORY_KB = 6L << 20;
  private static final String MOST_PIXELS = "67108864";
  private static final int LONGEST_WORDS_BYTES = 200_000;

  /// The shell sets what a process and all it starts may use, then becomes the tool.
  private static final String LIMITED =
      "ulimit -t $1; ulimit -v $2; ulimit -f $3; ulimit -c 0; shift 3; exec nice -n 10 \"$@\"";

  private static final int BLOCK_BYTES = 512;
  private static final Pattern DURATION =
      Pattern.compile("Duration: (\\d{2,6}):(\\d{2}):(\\d{2})\\.(\\d{2})");
  private static final Pattern VIDEO =
      Pattern.compile("Stream #0.*: Video: .*?, (\\d{1,5})x(\\d{1,5})");
  private static final Pattern AUDIO = Pattern.compile("Stream #0.*: Audio: ");

  private final String command;
  private volatile boolean halted;
  private volatile @Nullable Process running;

  private Ffmpeg(String command) {
    this.command = command;
  }

  /// @param setting a command, `none`, or empty for whatever the system has
  /// @return empty where there is none
  public static Optional<Ffmpeg> find(String setting) {
    if (setting.equals(NONE)) {
      return Optional.empty();
    }
    if (!setting.isEmpty()) {
      return Optional.of(new Ffmpeg(setting));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path tool = Path.of(folder, "ffmpeg");
      if (!folder.isEmpty() && Files.isExecutable(tool)) {
        return Optional.of(new Ffmpeg(tool.toString()));
      }
    }
    return Optional.empty();
  }

  /// What is in a file.
  ///
  /// @param width 0 where there is no picture
  record Streams(long millis, int width, int height, boolean sound) {}

  /// @param work a folder for what the tool says
  /// @return empty where it can make nothing of it
  Optional<Streams> look(Path file, Container container, Path work)
      throws IOException, InterruptedException {
    Path said = work.resolve("said.txt");
    run(input(file, container, List.of()), work, said, LOOK);
    String words = words(said);
    Matcher video = VIDEO.matcher(words);
    boolean pictures = video.find();
    boolean sound = AUDIO.matcher(words).find();
    if (!pictures && !sound) {
      return Optional.empty();
    }
    return Optional.of(
        new Streams(
            millis(words),
            pictures ? Integer.parseInt(video.group(1)) : 0,
            pictures ? Integer.parseInt(video.group(2)) : 0,
            sound));
  }

  private static long millis(String words) {
    Matcher m = DURATION.matcher(words);
    return m.find()
        ? ((Long.parseLong(m.group(1)) * 60 + Long.parseLong(m.group(2))) * 60
                    + Long.parseLong(m.group(3)))
                * 1000
            + Long.parseLong(m.group(4)) * 10
        : 0;
  }

  private static String words(Path said) throws IOException {
    try (var in = Files.newInputStream(said)) {
      return new String(
          in.readNBytes(LONGEST_WORDS_BYTES), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /// Makes something of a file.
  ///
  /// @param before options of the reading, such as where to begin
  /// @param after what is to be made, the last of it a name within `work`
  /// @return whether it went well
  boolean make(
      Path file,
      Container container,
      List<String> before,
      List<String> after,
      Path work,
      Duration longest)
      throws IOException, InterruptedException {
    List<String> all = input(file, container, before);
    all.addAll(after);
    return run(all, work, work.resolve("said.txt"), longest);
  }

  private List<String> input(Path file, Container container, List<String> before) {
    var all = new ArrayList<>(List.of(command, "-hide_banner", "-nostdin", "-y", "-threads", "2"));
    all.addAll(List.of("-protocol_whitelist", "file", "-max_pixels", MOST_PIXELS));
    all.addAll(before);
    all.addAll(List.of("-f", container.reader(), "-i", "file:" + file.toAbsolutePath()));
    return all;
  }

  private boolean run(List<String> tool, Path work, Path said, Duration longest)
      throws IOException, InterruptedException {
    var all = new ArrayList<>(List.of("/bin/sh", "-c", LIMITED, "sh"));
    all.add(String.valueOf(longest.toSeconds() * 2));
    all.add(String.valueOf(MEMORY_KB));
    all.add(String.valueOf(LARGEST_FILE_BYTES / BLOCK_BYTES));
    all.addAll(tool);
    var builder = new ProcessBuilder(all).directory(work.toFile());
    builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    if (halted) {
      throw new InterruptedException("halted");
    }
    Process process = builder.start();
    running = process;
    try {
      if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
        return false;
      }
      if (halted) {
        throw new InterruptedException("halted");
      }
      return process.exitValue() == 0;
    } finally {
      process.destroyForcibly();
      running = null;
    }
  }

  /// Ends what runs and starts nothing more.
  void halt() {
    halted = true;
    Process process = running;
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
