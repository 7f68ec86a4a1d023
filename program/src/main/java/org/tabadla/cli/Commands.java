package org.tabadla.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.tabadla.model.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/// The command line: all verbs, and the one place where an error becomes words and an exit status.
@Command(
    name = "tabadla",
    description = "تبادلہ · A self-hosted news exchange, Urdu first.",
    synopsisSubcommandLabel = "VERB",
    footer = {
      "",
      "./tabadla VERB --help shows a verb's options and an example.",
      "Start with: ./tabadla demo"
    })
public final class Commands implements Runnable {
  /// Wrong use, or a value that cannot be used.
  static final int EXIT_USAGE = 2;

  /// A bug of ours.
  static final int EXIT_BUG = 70;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private Commands() {}

  /// Runs the verb that `args` name.
  ///
  /// Reading one verb's options takes some milliseconds, so the others are left out where they are
  /// not asked for.
  ///
  /// @return the exit status
  public static int execute(Rooms.Opener opener, InputStream in, Said said, String... args) {
    Map<String, Supplier<Object>> verbs = verbs(opener, in, said);
    boolean all = args.length == 0 || args[0].equals("help");
    Supplier<Object> asked = all ? null : verbs.get(args[0]);
    return line(asked == null ? verbs : Map.of(args[0], asked), said).execute(args);
  }

  /// Builds the command line with all verbs.
  public static CommandLine line(Rooms.Opener opener, InputStream in, Said said) {
    return line(verbs(opener, in, said), said);
  }

  /// The verbs by name, in the order in which help shows them.
  private static Map<String, Supplier<Object>> verbs(
      Rooms.Opener opener, InputStream in, Said said) {
    var verbs = new LinkedHashMap<String, Supplier<Object>>();
    verbs.put("demo", () -> new DemoCommand(opener, said));
    verbs.put("serve", () -> new ServeCommand(opener, said));
    verbs.put("add", () -> new AddCommand(opener, said));
    verbs.put("sources", () -> new SourcesCommand(opener, said));
    verbs.put("pipe", () -> new PipeCommand(in, said));
    verbs.put("search", () -> new SearchCommand(opener, said));
    verbs.put("watch", () -> WatchCommand.line(opener, said));
    verbs.put("show", () -> new ShowCommand(opener, said));
    verbs.put("export", () -> new ExportCommand(opener, said));
    verbs.put("validate", () -> new ValidateCommand(in, said));
    verbs.put("convert", () -> new ConvertCommand(in, said));
    verbs.put("backup", () -> new BackupCommand(opener, said));
    verbs.put("restore", () -> new RestoreCommand(said));
    verbs.put("rebuild", () -> new RebuildCommand(opener, said));
    verbs.put("doctor", () -> new DoctorCommand(opener, said));
    verbs.put("register", () -> new RegisterCommand(opener, said));
    verbs.put("claims", () -> new ClaimsCommand(opener, said));
    verbs.put("verify-log", () -> new VerifyLogCommand(opener, said));
    verbs.put("config", () -> new ConfigCommand(said));
    verbs.put("people", () -> new PeopleCommand(opener, said));
    verbs.put("exchange", () -> new ExchangeCommand(opener, said));
    verbs.put("odrl", () -> new OdrlCommand(said));
    verbs.put("verify-message", () -> new VerifyMessageCommand(said));
    verbs.put("c2pa", () -> new C2paCommand(said));
    verbs.put("dev", ScriptVerbs.Dev::new);
    verbs.put("test", ScriptVerbs.Test::new);
    verbs.put("fmt", ScriptVerbs.Fmt::new);
    verbs.put("check", ScriptVerbs.Check::new);
    verbs.put("bench", ScriptVerbs.Bench::new);
    verbs.put("fuzz", ScriptVerbs.Fuzz::new);
    verbs.put("train", ScriptVerbs.Train::new);
    // Not HelpCommand::new: picocli is compiled for a Java too old for the start-up cache, which
    // cannot be written with a handle on one of its classes.
    verbs.put("help", () -> new HelpCommand());
    verbs.put("rehearse", () -> new RehearseCommand(opener));
    return verbs;
  }

  private static CommandLine line(Map<String, Supplier<Object>> verbs, Said said) {
    var line = new CommandLine(new Commands());
    verbs.forEach((name, verb) -> line.addSubcommand(name, verb.get()));
    line.getSubcommands().values().forEach(Commands::helped);
    line.setOut(new PrintWriter(said.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(said.err(), true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((e, command, _) -> failed(said, e, command));
    line.setParameterExceptionHandler((e, _) -> misused(said, e));
    return line;
  }

  /// Gives a verb `--help` where it does not have one.
  private static void helped(CommandLine verb) {
    if (!verb.getCommandSpec().optionsMap().containsKey("--help")) {
      verb.getCommandSpec()
          .addOption(
              CommandLine.Model.OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .description("Show this help")
                  .build());
    }
  }

  private static int failed(Said said, Exception e, CommandLine command) {
    if (e instanceof Refusal refusal) {
      said.note("tabadla: " + refusal.getMessage());
      said.note("  " + refusal.remedy());
      return EXIT_USAGE;
    }
    said.note("tabadla " + command.getCommandName() + ": a fault of the program: " + e);
    for (StackTraceElement frame : e.getStackTrace()) {
      if (frame.getClassName().startsWith("org.tabadla")) {
        said.note("  at " + frame);
      }
    }
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      said.note("  because of " + cause);
    }
    return EXIT_BUG;
  }

  private static int misused(Said said, ParameterException e) {
    said.note("tabadla: " + e.getMessage());
    String verb = e.getCommandLine().getCommandName();
    said.note(
        "  ./tabadla "
            + ("tabadla".equals(verb) ? "help" : verb + " --help")
            + " shows how it is used");
    return EXIT_USAGE;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
