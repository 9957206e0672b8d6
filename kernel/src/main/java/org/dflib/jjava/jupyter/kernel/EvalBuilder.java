package org.dflib.jjava.jupyter.kernel;

/**
 * An evaluation that is prepared word by word.
 *
 * <pre>{@code
 * int three = kernel.<Integer>evalBuilder("1 + 2").resolveMagics().eval();
 * }</pre>
 */
public final class EvalBuilder<T> {

  private final BaseKernel kernel;
  private final String code;
  private final boolean rendered;

  EvalBuilder(BaseKernel kernel, String code, boolean rendered) {
    this.kernel = kernel;
    this.code = code;
    this.rendered = rendered;
  }

  /** Magics in the code work anyway. */
  public EvalBuilder<T> resolveMagics() {
    return this;
  }

  /** Gives what the value looks like in place of the value. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  public <D> EvalBuilder<D> renderResults() {
    return new EvalBuilder<>(kernel, code, true);
  }

  /** Evaluates; the value, or what it looks like. */
  @SuppressWarnings("unchecked") // the caller's word
  public T eval() {
    return (T) (rendered ? kernel.eval(code) : kernel.evalRaw(code));
  }
}
