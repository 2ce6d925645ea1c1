/**
 * Installs programs of Debian where they are missing and we may; throws what `find` throws otherwise. `packages` may
 * begin with options of `apt-get install`.
 */
export async function needPrograms(
  find: () => void,
  ...packages: string[]
): Promise<void> {
  try {
    find();
  } catch (error) {
    const canInstall = exists("/usr/bin/apt-get") && Deno.uid() === 0;
    if (!canInstall) throw error;
    const names = packages.filter((one) => !one.startsWith("-"));
    console.log(`Installing ${names.join(", ")}…`);
    await run("apt-get", "update", "-qq");
    await run("apt-get", "install", "-y", "-qq", ...packages);
    find();
  }
}

async function run(command: string, ...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, {
    args,
    env: { DEBIAN_FRONTEND: "noninteractive" },
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) {
    throw new Error(
      `${command} ${args[0]} failed: ${new TextDecoder().decode(stderr)}`,
    );
  }
}

/** Whether there is such a file. */
export function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}
