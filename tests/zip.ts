/** What unzip finds in a ZIP: its files by path. Throws when unzip has anything to say against it. */
export async function unzip(
  bytes: Uint8Array,
): Promise<Map<string, Uint8Array>> {
  const folder = await Deno.makeTempDir();
  try {
    const zip = `${folder}/a.zip`;
    await Deno.writeFile(zip, bytes);
    await run("-tq", zip);
    const list = await run("-Z1", zip);
    const files = new Map<string, Uint8Array>();
    await run("-q", zip, "-d", `${folder}/out`);
    for (const path of list.trim().split("\n")) {
      files.set(path, await Deno.readFile(`${folder}/out/${path}`));
    }
    return files;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function run(...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("unzip", {
    args,
    env: { LC_ALL: "C.UTF-8" },
  }).output();
  const decoder = new TextDecoder();
  const said = decoder.decode(stdout);
  if (!success) throw new Error(`unzip: ${said}${decoder.decode(stderr)}`);
  return said;
}
