package org.tabadla.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tabadla.config.Setting;
import org.tabadla.config.SettingsFile;
import org.tabadla.model.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows every setting, its value and where the value comes from.
@Command(
    name = "config",
    description = "Shows every setting, its value and where the value comes from.",
    footer = {
      "",
      "Settings stand in DIR/tabadla.conf as lines «key = value».",
      "",
      "Example:",
      "  ./tabadla config --data /srv/tabadla"
    })
final class ConfigCommand implements Runnable {
  @Mixin House house = new House();

  @Option(names = "--json", description = "One JSON object a line")
  boolean json;

  private final Said said;

  ConfigCommand(Said said) {
    this.said = said;
  }

  @Override
  public void run() {
    Map<String, String> environment = System.getenv();
    house.settings();
    Map<String, SettingsFile.Origin> origins;
    try {
      origins = SettingsFile.origins(house.folder(environment), environment, Map.of());
    } catch (SettingsFile.Wrong e) {
      throw new Refusal(String.valueOf(e.getMessage()), e.remedy());
    }
    for (Setting setting : Setting.ALL) {
      SettingsFile.Origin origin = origins.get(setting.key());
      if (origin == null) {
        continue;
      }
      if (json) {
        var out = new LinkedHashMap<String, Object>();
        out.put("key", setting.key());
        out.put("value", origin.value());
        out.put("origin", origin.origin());
        out.put("meaning", setting.meaning());
        said.json(out);
      } else {
        said.line("# " + setting.meaning() + " (" + origin.origin() + ")");
        said.line(setting.key() + " = " + origin.value());
      }
    }
  }
}
