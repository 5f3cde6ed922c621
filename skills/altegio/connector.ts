/** The way to Altegio on the platform. */

/** The connector all requests go through. Name: the product's promise; integration: by the peers' custom. */
export const connector = {
  integrationIdn: "http",
  idn: "altegio_connector",
  title: "Altegio connector",
} as const;
