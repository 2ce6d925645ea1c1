import * as v from "valibot";
import { documentKinds } from "@/domain/documents.ts";
import { parsePage } from "@/services/appointments/records.ts";
import { unwrap } from "@/services/http/problem.ts";
import { serviceClient } from "@/services/supabase.ts";

/** Of `public.verify_document`; null for what is no code of ours. */
const verification = v.nullable(v.object({
  kind: v.picklist(documentKinds),
  number: v.string(),
  issued_on: v.string(),
  doctor: v.string(),
  state: v.picklist(["genuine", "corrected", "void"]),
  /** Of its files. */
  sha256: v.array(v.string()),
}));
type Verification = NonNullable<v.InferOutput<typeof verification>>;

/** What the public may know of a code; null for what is none of ours, however it is written. */
export async function verifyCode(code: string): Promise<Verification | null> {
  return parsePage(
    verification,
    unwrap(
      await serviceClient().rpc("verify_document", {
        code: code.toLowerCase().replace(/[\s-]/g, ""),
      }),
    ),
  );
}
