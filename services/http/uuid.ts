import * as v from "valibot";

const Uuid = v.pipe(v.string(), v.uuid());

/** Whether something from outside can be an id of ours at all. */
export function isUuid(value: unknown): value is string {
  return v.is(Uuid, value);
}
