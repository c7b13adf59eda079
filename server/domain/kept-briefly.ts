/** Minutes in which tries are counted together; then it is forgotten who tried. */
export const attemptMinutes = 15

/** Minutes that something computed waits for whoever asked for it. */
export const computedMinutes = 15

/** Minutes that a file waits for its confirmation. */
export const uploadMinutes = 60
