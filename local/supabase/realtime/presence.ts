/** What presence shows of one member: his payload and a reference that changes with it. */
export type Meta = Record<string, unknown> & { phx_ref: string };
/** Metas by presence key, as the wire has them. */
export type Metas = Record<string, { metas: Meta[] }>;
/** What members are told: an update is a join with the new meta and a leave with the old one. */
export interface Diff {
  joins: Metas;
  leaves: Metas;
}

/** Who is there in one channel. Several members may share a key, each with his own meta. */
export class Presence<Member> {
  #members = new Map<string, Map<Member, Meta>>();

  /** Shows a member, or shows him anew. */
  track(member: Member, key: string, payload: Record<string, unknown>): Diff {
    const metas = this.#members.get(key) ?? new Map<Member, Meta>();
    this.#members.set(key, metas);
    const before = metas.get(member);
    const reference = { phx_ref: crypto.randomUUID().slice(0, 13) };
    const meta = before
      ? { ...payload, ...reference, phx_ref_prev: before.phx_ref }
      : { ...payload, ...reference };
    metas.set(member, meta);
    return {
      joins: grouped([[key, [meta]]]),
      leaves: before ? grouped([[key, [before]]]) : {},
    };
  }

  /** Takes a member away; null when he was not shown. */
  untrack(member: Member, key: string): Diff | null {
    const metas = this.#members.get(key);
    const meta = metas?.get(member);
    if (!metas || !meta) return null;
    metas.delete(member);
    if (metas.size === 0) this.#members.delete(key);
    return { joins: {}, leaves: grouped([[key, [meta]]]) };
  }

  /** Everybody there. */
  state(): Metas {
    return grouped(
      Array.from(this.#members, ([key, metas]) => [key, [...metas.values()]]),
    );
  }
}

/** By `fromEntries`, so that a key called `__proto__` is a key like any other. */
function grouped(entries: [string, Meta[]][]): Metas {
  return Object.fromEntries(entries.map(([key, metas]) => [key, { metas }]));
}
