package dev.kaitsu.wiring.config;

import dev.kaitsu.adapter.freebit.FreebitConfig;
import dev.kaitsu.adapter.freebit.FreebitConfig.Credential;
import dev.kaitsu.adapter.freebit.FreebitMapping;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The {@code FREEBIT_…} variables: all of the needed ones, or none. */
final class FreebitVariables {
  private FreebitVariables() {}

  /** Empty if SIMs are handled elsewhere, or if something is wrong. */
  static Optional<FreebitConfig> read(Variables variables) {
    if (!variables.anyStartsWith("FREEBIT_")) {
      return Optional.empty();
    }
    var url =
        variables.address(
            variables.required("FREEBIT_BASE_URL", "https://<host>, as Freebit named it"),
            "FREEBIT_BASE_URL");
    var oemId = variables.requiredSecret("FREEBIT_OEM_ID", "the OEM id that Freebit gave out");
    var oemKey = variables.requiredSecret("FREEBIT_OEM_KEY", "the key of the OEM id");
    var timeout = variables.duration("FREEBIT_TIMEOUT", FreebitConfig.DEFAULT_TIMEOUT);
    var lifetime = variables.duration("FREEBIT_KEY_LIFETIME", FreebitConfig.DEFAULT_KEY_LIFETIME);
    var mapping = mapping(variables);
    if (url.isEmpty() || oemId.isEmpty() || oemKey.isEmpty() || mapping.isEmpty()) {
      return Optional.empty();
    }
    return variables.build(
        () ->
            new FreebitConfig(
                url.get(),
                new Credential(oemId.get(), oemKey.get()),
                timeout,
                lifetime,
                mapping.get()));
  }

  private static Optional<FreebitMapping> mapping(Variables variables) {
    var path = variables.text("FREEBIT_MAPPING_PATH");
    if (path.isEmpty()) {
      return Optional.of(FreebitMapping.bundled());
    }
    try {
      var file = Path.of(path.get());
      return variables.build(() -> FreebitMapping.of(file));
    } catch (InvalidPathException malformed) {
      variables.problem("FREEBIT_MAPPING_PATH", "is no path of a file");
      return Optional.empty();
    }
  }
}
