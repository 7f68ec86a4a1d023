package org.tabadla.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

  /// Builds the command line with all verbs.
  public static CommandLine line(Rooms.Opener opener, InputStream in, Said said) {
    var line =
        new CommandLine(new Commands())
            .addSubcommand(new DemoCommand(opener, said))
            .addSubcommand(new ServeCommand(opener, said))
            .addSubcommand(new AddCommand(opener, said))
            .addSubcommand(new SourcesCommand(opener, said))
            .addSubcommand(new PipeCommand(in, said))
            .addSubcommand(new SearchCommand(opener, said))
            .addSubcommand(new ShowCommand(opener, said))
            .addSubcommand(new ExportCommand(opener, said))
            .addSubcommand(new BackupCommand(opener, said))
            .addSubcommand(new RestoreCommand(said))
            .addSubcommand(new RebuildCommand(opener, said))
            .addSubcommand(new DoctorCommand(opener, said))
            .addSubcommand(new ConfigCommand(said))
            .addSubcommand(new ScriptVerbs.Dev())
            .addSubcommand(new ScriptVerbs.Test())
            .addSubcommand(new ScriptVerbs.Fmt())
            .addSubcommand(new ScriptVerbs.Check())
            .addSubcommand(new ScriptVerbs.Bench())
            .addSubcommand(new HelpCommand())
            .addSubcommand(new RehearseCommand(opener));
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
