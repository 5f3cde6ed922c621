// @run {"input":{"name":"Ann","phone":"555","notes":""}}
interface Form { name: string; phone: string; notes: string }

export function main(form: Form): string {
  const payload: Record<string, string> = {};
  (["name", "phone", "notes"] as const).forEach((field) => {
    if (form[field] !== "") {
      payload[field] = form[field];
    }
  });
  return JSON.stringify({ client: payload, source: "voice" });
}
