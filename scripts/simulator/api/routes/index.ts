/** Every route of the simulator. */
import type { Route } from "../router.ts";
import { bookCatalogueRoutes } from "./book-catalogue.ts";
import { bookRecordRoutes } from "./book-record.ts";
import { bookSlotRoutes } from "./book-slots.ts";
import { clientRoutes } from "./clients.ts";
import { companyRoutes } from "./company.ts";
import { recordRoutes } from "./record.ts";
import { recordsRoutes } from "./records.ts";
import { userRecordRoutes } from "./user-records.ts";

/** All routes; paths do not overlap, so their order means nothing. */
export const ROUTES: readonly Route[] = [
  ...companyRoutes,
  ...bookCatalogueRoutes,
  ...bookSlotRoutes,
  ...bookRecordRoutes,
  ...userRecordRoutes,
  ...recordsRoutes,
  ...recordRoutes,
  ...clientRoutes,
];
