package dev.pintle.render.function.standard;

import dev.pintle.render.function.Functions;
import dev.pintle.render.function.builtin.BuiltinFunctions;
import dev.pintle.render.function.crypto.CertificateFunctions;
import dev.pintle.render.function.crypto.CipherFunctions;
import dev.pintle.render.function.crypto.HashFunctions;
import dev.pintle.render.function.crypto.PasswordFunctions;
import dev.pintle.render.function.date.DateFunctions;
import dev.pintle.render.function.dict.DictFunctions;
import dev.pintle.render.function.encoding.EncodingFunctions;
import dev.pintle.render.function.encoding.SerializationFunctions;
import dev.pintle.render.function.encoding.TomlFunctions;
import dev.pintle.render.function.helm.HelmFunctions;
import dev.pintle.render.function.list.ListFunctions;
import dev.pintle.render.function.list.SeriesFunctions;
import dev.pintle.render.function.logic.LogicFunctions;
import dev.pintle.render.function.net.NetworkFunctions;
import dev.pintle.render.function.net.UrlFunctions;
import dev.pintle.render.function.number.DecimalFunctions;
import dev.pintle.render.function.number.MathFunctions;
import dev.pintle.render.function.path.PathFunctions;
import dev.pintle.render.function.random.RandomFunctions;
import dev.pintle.render.function.reflect.TypeFunctions;
import dev.pintle.render.function.regex.RegexFunctions;
import dev.pintle.render.function.semver.SemverFunctions;
import dev.pintle.render.function.text.CaseFunctions;
import dev.pintle.render.function.text.LayoutFunctions;
import dev.pintle.render.function.text.StringFunctions;
import dev.pintle.render.function.text.TextFunctions;
import java.util.List;
import java.util.stream.Stream;

/** All functions that a Helm chart's templates can call, but those that run templates. */
public final class StandardFunctions {

  private StandardFunctions() {}

  /** Go's, Sprig's and Helm's functions; Sprig's {@code slice} takes the place of Go's. */
  public static Functions all() {
    return Functions.of(
        Stream.of(
                BuiltinFunctions.all(),
                DateFunctions.all(),
                RegexFunctions.all(),
                StringFunctions.all(),
                CaseFunctions.all(),
                LayoutFunctions.all(),
                TextFunctions.all(),
                ListFunctions.all(),
                DictFunctions.all(),
                LogicFunctions.all(),
                MathFunctions.all(),
                DecimalFunctions.all(),
                SeriesFunctions.all(),
                TypeFunctions.all(),
                EncodingFunctions.all(),
                PathFunctions.all(),
                UrlFunctions.all(),
                SemverFunctions.all(),
                RandomFunctions.all(),
                HashFunctions.all(),
                PasswordFunctions.all(),
                CipherFunctions.all(),
                CertificateFunctions.all(),
                NetworkFunctions.all(),
                SerializationFunctions.all(),
                TomlFunctions.all(),
                HelmFunctions.all())
            .flatMap(List::stream)
            .toList());
  }

  /** The same, but {@code required} and {@code fail} let everything pass, as for a linter. */
  public static Functions lenient() {
    return all().lenient();
  }

  /** Go's and Sprig's functions, without those that Helm adds for charts. */
  public static Functions withoutHelm() {
    return all().only(function -> !function.isHelms());
  }

  /** The functions that Go's {@code text/template} has by itself. */
  public static Functions ofGo() {
    return Functions.of(BuiltinFunctions.all());
  }
}
