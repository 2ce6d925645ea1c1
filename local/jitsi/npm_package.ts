import type { Pinned } from "./library.ts";

/**
 * The archive of an npm package. npm packs it, as it knows the user's registry; it needs no install, which Deno refuses
 * for git dependencies. Throws when the registry cannot be reached.
 */
export async function fetchPackage(
  { from }: Pinned,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await Deno.makeTempDir();
  try {
    const npm = ["run", "-A", "npm:npm@11", "pack", from, "--pack-destination"];
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [...npm, folder],
      stdin: "null",
      signal,
    }).output();
    const why = new TextDecoder().decode(stderr).slice(-500);
    if (!success) throw new Error(`npm pack ${from} failed: ${why}`);
    const [packed] = Array.from(Deno.readDirSync(folder));
    return await Deno.readFile(`${folder}/${packed?.name}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
