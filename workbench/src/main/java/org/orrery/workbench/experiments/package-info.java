/**
 * Whether what was published holds: checkpoints, datasets and exams, checked or taken again.
 *
 * <p>Nothing here measures or trains: it asks those who do, and says what differs. Main type:
 * {@link org.orrery.workbench.experiments.Evidence}.
 */
package org.orrery.workbench.experiments;
