package io.github.spencerpark.ijava;

/**
 * Where notebooks written for IJava get their kernel from.
 *
 * <pre>{@code
 * IJava.getKernelInstance().getRenderer()
 *     .createRegistration(Figure.class)
 *     .preferring(MIMEType.TEXT_HTML)
 *     .register((figure, context) -> context.renderIfRequested(MIMEType.TEXT_HTML, figure::toHtml));
 * }</pre>
 */
public final class IJava {

  private static final JavaKernel KERNEL = org.dflib.jjava.kernel.JavaKernel.ofNotebook();

  private IJava() {}

  /** The kernel that runs. */
  public static JavaKernel getKernelInstance() {
    return KERNEL;
  }
}
