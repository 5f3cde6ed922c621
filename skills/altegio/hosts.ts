/** Where Altegio is reached (docs/altegio-api.md, "Hosts"). */

/** The REST API, with its version. */
export const apiUrl = "https://api.alteg.io/api/v1";

/** The marketplace, which answers on a host of its own. */
export const marketplaceUrl = "https://app.alteg.io/marketplace";
