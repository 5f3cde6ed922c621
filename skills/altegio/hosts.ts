/** Where Altegio is reached (altegio-api reference, section 1.1). */

/** The REST API, with its version. */
export const apiUrl = "https://api.alteg.io/api/v1";

/** The marketplace, which answers on a host of its own. */
export const marketplaceUrl = "https://app.alteg.io/marketplace";
