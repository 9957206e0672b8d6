package org.orrery.lab.html;

import java.util.HashMap;
import java.util.Map;

/**
 * A LaTeX formula as readable HTML: Greek letters and common signs, raised and lowered parts. What
 * it does not know stays as it was written, so nothing gets lost.
 */
final class FormulaHtml {

  private static final Map<String, String> SIGNS = signs();

  private final String latex;
  private int at;

  private FormulaHtml(String latex) {
    this.latex = latex;
  }

  static String html(String latex, boolean display) {
    var shown = new FormulaHtml(latex).sequence(false);
    return "<span class=\"%s\" title=\"%s\">%s</span>"
        .formatted(display ? "formula display" : "formula", Escape.html(latex), shown);
  }

  private String sequence(boolean inBraces) {
    var html = new StringBuilder();
    while (at < latex.length()) {
      if (inBraces && latex.charAt(at) == '}') {
        at++;
        return html.toString();
      }
      html.append(item());
    }
    return html.toString();
  }

  private String item() {
    var c = latex.charAt(at++);
    return switch (c) {
      case '^' -> "<sup>" + argument() + "</sup>";
      case '_' -> "<sub>" + argument() + "</sub>";
      case '{' -> sequence(true);
      case '\\' -> command();
      case '-' -> "−";
      case '~' -> " ";
      default ->
          Character.isLetter(c)
              ? "<i>" + Escape.html(String.valueOf(c)) + "</i>"
              : Escape.html(String.valueOf(c));
    };
  }

  private static String fraction(String above, String below) {
    return "<span class=\"fraction\"><span>%s</span><span>%s</span></span>".formatted(above, below);
  }

  /** A combining accent must stand inside the letter's own tag. */
  private static String accented(String letter, String accent) {
    return letter.endsWith("</i>")
        ? letter.substring(0, letter.length() - "</i>".length()) + accent + "</i>"
        : letter + accent;
  }

  private String argument() {
    while (at < latex.length() && latex.charAt(at) == ' ') {
      at++;
    }
    return at < latex.length() ? item() : "";
  }

  private String command() {
    var start = at;
    while (at < latex.length() && Character.isLetter(latex.charAt(at))) {
      at++;
    }
    if (start == at) {
      // An escaped sign or a spacing command such as \, or \{
      var sign = at < latex.length() ? latex.charAt(at++) : '\\';
      return ",;:! ".indexOf(sign) >= 0 ? " " : Escape.html(String.valueOf(sign));
    }
    var name = latex.substring(start, at);
    return switch (name) {
      case "frac" -> fraction(argument(), argument());
      case "sqrt" -> "√(" + argument() + ")";
      case "hat" -> accented(argument(), "\u0302");
      case "bar" -> accented(argument(), "\u0304");
      case "tilde" -> accented(argument(), "\u0303");
      case "text", "mathrm", "operatorname", "mathbf", "mathcal", "mathbb" ->
          argument().replaceAll("</?i>", "");
      case "left", "right", "displaystyle" -> "";
      default -> SIGNS.getOrDefault(name, "\\" + name);
    };
  }

  private static Map<String, String> signs() {
    var signs = new HashMap<String, String>();
    var pairs =
        """
        alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ kappa κ lambda λ
        mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ
        Theta Θ Lambda Λ Sigma Σ Phi Φ Psi Ψ Omega Ω cdot · times × pm ± leq ≤ le ≤ geq ≥ ge ≥
        neq ≠ ne ≠ approx ≈ sim ∼ propto ∝ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ in ∈
        to → rightarrow → mapsto ↦ Rightarrow ⇒ ldots … dots … cdots ⋯ langle ⟨ rangle ⟩ ell ℓ
        lVert ‖ rVert ‖ Vert ‖ mid | star ⋆ circ ∘ odot ⊙ otimes ⊗ top ⊤
        """
            .strip()
            .split("\\s+");
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      signs.put(pairs[i], pairs[i + 1]);
    }
    signs.put("quad", " \u2003");
    signs.put("qquad", " \u2003\u2003");
    for (var word : "log exp min max cos sin tan mean arg lim".split(" ")) {
      signs.put(word, word + " ");
    }
    return signs;
  }
}
