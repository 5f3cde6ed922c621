/**
 * The group all attributes of the module are shown under in the Builder: the vendor's set-up page points
 * its reader to `Settings > Module - AltegioIntegration`.
 */
export const attributeGroup = "Module - AltegioIntegration";
