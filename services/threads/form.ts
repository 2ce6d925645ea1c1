import { MESSAGE_LENGTH } from "@/domain/threads.ts";
import { isUuid } from "@/services/http/uuid.ts";

/** A message as its form sent it, or why it is none. Without a good id it gets a new one. */
export function readMessageForm(
  form: FormData,
): { id: string; body: string } | { problem: "missing" | "too_long" } {
  const body = String(form.get("message") ?? "").trim();
  if (body === "") return { problem: "missing" };
  if ([...body].length > MESSAGE_LENGTH) return { problem: "too_long" };
  const id = form.get("id");
  return { id: isUuid(id) ? id : crypto.randomUUID(), body };
}

/** The file of a form and the id that makes it one when sent twice; null without one. */
export function readFormFile(
  form: FormData,
): { id: string; file: File } | null {
  const file = form.getAll("file").find((one) =>
    one instanceof File && one.size > 0
  );
  if (!(file instanceof File)) return null;
  const id = form.get("file_id");
  return { id: isUuid(id) ? id : crypto.randomUUID(), file };
}
