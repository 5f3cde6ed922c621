/** What a user of the Builder has before the module comes: every form of it must survive byte for byte. */
import { canvasAttribute, instructionAttribute, toolsAttribute } from "#sdk";

/** Own tools, own scenarios, own instruction, own attributes; laid out as no serialiser would. */
export const userContent: Readonly<Record<string, string>> = {
  [toolsAttribute]:
    '{\n  "tools" : {\n    "my_tool": { "conditions": {"a": {"type": "boolean"}}, "limit": 1.50, "2": 1e3, "1": "\\u00e9" }\n  },\n  "note": "mine"\n}\n',
  [canvasAttribute]: `{ "title": "Salon \\u00dc", "zoom": 1.250,
  "types": [
    { "idn": "introduction", "description": "Hello" },
    { "idn": "intent_types", "items": [ {"idn": "i1", "title": "## **[L] Price**", "body": "{x}, [y]", "x": 10.250} ] },
    { "idn": "scenarios", "items": [
      {"idn":"s1","title":"## **Scenario 1:** \\"Talk\\"","body":"### **Step 1.1:** Talk.\\n"}
    ] },
    { "idn": "procedures", "items": [ {"idn": "p1", "title": "## **Smile** procedure", "body": ""} ] }
  ] }
`,
  [instructionAttribute]: "Be kind.\r\nNever promise a price.\n\n",
  project_business_name: "Lindenhof ",
  altegio_existing_appointments_search_days: " 30 ",
  my_attribute: "  spaces  ",
};
