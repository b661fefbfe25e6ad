package dev.kaitsu.sandbox.php;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Form fields are read as PHP reads them")
class PhpFormTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1&a=2 | {a=PhpText[text=2]}",
        "a[]=x&a[]=y | {a={0=PhpText[text=x], 1=PhpText[text=y]}}",
        "a[1]=x | {a={1=PhpText[text=x]}}",
        "a[4]=x&a[]=y | {a={4=PhpText[text=x], 5=PhpText[text=y]}}",
        "a[b][c]=x&a[b][d]=y | {a={b={c=PhpText[text=x], d=PhpText[text=y]}}}",
        "a[][k]=x&a[][k]=y | {a={0={k=PhpText[text=x]}, 1={k=PhpText[text=y]}}}",
        "a.b=1&c%20d=2 | {a_b=PhpText[text=1], c_d=PhpText[text=2]}",
        "r[example.com]=1 | {r={example.com=PhpText[text=1]}}",
        "pid%5B0%5D=181 | {pid={0=PhpText[text=181]}}",
        "a=1&a[b]=2 | {a={b=PhpText[text=2]}}",
        "a[b]=2&a=1 | {a=PhpText[text=1]}",
        "a[b=1 | {a_b=PhpText[text=1]}",
        "a[b]c=1 | {a={b=PhpText[text=1]}}",
        "[a]=1&=2&&flag | {flag=PhpText[text=]}"
      })
  @DisplayName("names")
  void names(String body, String parsed) {
    assertThat(PhpForm.parse(body)).hasToString(parsed);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "a=x+y%20z, x y z",
    "a=%2B%2F%3D, +/=",
    "a=Z%C3%BCrich, Zürich",
    "a=100%, 100%",
    "a=%zz%4, %zz%4"
  })
  @DisplayName("values: a raw plus is a space, a stray percent stays")
  void values(String body, String value) {
    assertThat(PhpForm.parse(body).text("a")).hasValue(value);
  }

  @Test
  @DisplayName("inputs after the thousandth are dropped without a word")
  void inputLimit() {
    String body =
        IntStream.range(0, 1200)
            .mapToObj(i -> "a[%d]=x".formatted(i))
            .collect(Collectors.joining("&"));
    assertThat(PhpForm.parse(body).array("a").orElseThrow().entries()).hasSize(1000);
  }

  @Test
  @DisplayName("the text 'false' is true; '0', an empty text and an absent field are not")
  void truth() {
    var form = PhpForm.parse("a=false&b=0&c=&d=1");
    assertThat(form.truthy("a")).isTrue();
    assertThat(form.truthy("b")).isFalse();
    assertThat(form.truthy("c")).isFalse();
    assertThat(form.truthy("d")).isTrue();
    assertThat(form.truthy("e")).isFalse();
  }

  @ParameterizedTest(name = "''{0}'' counts as {1}")
  @CsvSource({"12, 12", "12abc, 12", "abc, 0", "'', 0", "-3, -3"})
  @DisplayName("a number is its leading digits")
  void numbers(String text, int number) {
    assertThat(PhpForm.parse("a=" + text).integer("a")).hasValue(number);
  }
}
