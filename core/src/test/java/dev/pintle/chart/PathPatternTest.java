package dev.pintle.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pattern, a name, and what Go's {@code filepath.Match} says; {@code !} is a bad pattern. */
class PathPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
        abc          ; abc             ; true
        *            ; abc             ; true
        *            ; a/b             ; false
        */*          ; a/b             ; true
        *c           ; abc             ; true
        a*           ; abc             ; true
        a*/b         ; abc/b           ; true
        a*/b         ; a/c/b           ; false
        a*b*c*d*e*/f ; axbxcxdxexxx/f  ; true
        a*b?c*x      ; abxbbxdbxebxczzx; true
        *a*b         ; xab             ; true
        a??c         ; abbc            ; true
        ?            ; /               ; false
        ?            ; é               ; true
        ab[c]        ; abc             ; true
        ab[b-d]      ; abc             ; true
        ab[^c]       ; abc             ; false
        ab[^e-g]     ; abc             ; true
        [a-ζ]*       ; α               ; true
        *[a-ζ]       ; A               ; false
        a[^a]        ; a☺              ; true
        [\\]a]       ; ]               ; true
        [\\-x]       ; -               ; true
        [x\\-]       ; z               ; false
        \\*a         ; *a              ; true
        \\a          ; a               ; true
        a\\[b        ; a[b             ; true
        []a]         ; ]               ; !
        [-]          ; -               ; !
        [x-]         ; x               ; !
        [-x]         ; x               ; !
        [            ; a               ; !
        [^           ; a               ; !
        [a           ; a               ; !
        a[           ; a               ; !
        a[           ; ab              ; !
        *x           ; xxx             ; true
        \\           ; a               ; !
        a/b[         ; x               ; !
        *            ; a               ; true
        **           ; a/b             ; false
        a/*          ; a/b             ; true
        a*/b         ; a/b             ; true
        a*b*c        ; aXbYc           ; true
        ?            ; a               ; true
        a?c          ; abc             ; true
        [ab]         ; a               ; true
        [^ab]        ; c               ; true
        [^ab]        ; a               ; false
        [^a]         ; /               ; true
        [!a]         ; b               ; false
        [!a]         ; !               ; true
        [a-c]        ; b               ; true
        [a-cx]       ; x               ; true
        [c-a]        ; b               ; false
        [^c-a]       ; b               ; true
        [-a]         ; -               ; !
        [a-]         ; -               ; !
        [            ; [               ; !
        []           ; ``              ; !
        \\*          ; *               ; true
        \\*          ; a               ; false
        a\\          ; a               ; !
        [\\]]        ; ]               ; true
        [\\-a]       ; -               ; true
        {a,b}        ; a               ; false
        {a,b}        ; {a,b}           ; true
        a.b          ; axb             ; false
        a+           ; a+              ; true
        ``           ; ``              ; true
        ``           ; a               ; false
        *            ; ``              ; true
        *.yaml       ; a.yaml          ; true
        templates/*.yaml ; templates/a/b.yaml ; false
        [a-c-e]      ; -               ; !
        [^]          ; x               ; !
        a[           ; b               ; !
        *[           ; b               ; !
        [é-ü]        ; ö               ; true
        """)
  void matchesAsGoDoes(String pattern, String name, String expected) {
    String found;
    try {
      found = String.valueOf(PathPattern.of(pattern).matches(name));
    } catch (PathPattern.BadPatternException e) {
      assertThat(e).hasMessage("syntax error in pattern");
      found = "!";
    }
    assertThat(found).isEqualTo(expected);
  }
}
