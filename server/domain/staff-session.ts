/** Minutes without a request after which a session of staff ends, and hours after which it ends in any case. */
export const staffIdleMinutes = 30
export const staffLongestHours = 10

/** Minutes between the password and the second factor. */
export const signInMinutes = 10
