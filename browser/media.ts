import type { DeviceProblem, LocalMedia } from "@/domain/media.ts";

export type { DeviceProblem, LocalMedia };

/** What the person chose, kept for the next visit. Empty: the browser's default. */
export interface DeviceChoice {
  camera: string;
  microphone: string;
  loudspeaker: string;
}

/** One entry of the lists to choose from. */
export interface Device {
  id: string;
  label: string;
}

export interface DeviceLists {
  cameras: Device[];
  microphones: Device[];
  loudspeakers: Device[];
}

/** The two kinds of media of a call. */
export type Kind = "audio" | "video";

const KEY = "devices";

/** The devices chosen on an earlier visit. */
export function rememberedChoice(): DeviceChoice {
  const none = { camera: "", microphone: "", loudspeaker: "" };
  try {
    return { ...none, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return none; // storage is closed to us in some private windows
  }
}

/** Keeps the chosen devices for the next visit. */
export function rememberChoice(choice: DeviceChoice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // The next visit begins with the default devices.
  }
}

/** Whether this browser can make calls at all. */
function supportsCalls(): boolean {
  return "RTCPeerConnection" in globalThis &&
    navigator.mediaDevices?.getUserMedia !== undefined;
}

/**
 * Opens camera and microphone. One that fails does not keep the other from working: the call goes on
 * without video, or with listening only. What opens after `signal` is aborted is closed again at once.
 */
export async function openMedia(
  choice: DeviceChoice,
  signal: AbortSignal,
): Promise<LocalMedia> {
  const stream = new MediaStream();
  signal.addEventListener("abort", () => closeMedia(stream), { once: true });
  if (!supportsCalls()) {
    return {
      stream,
      cameraProblem: "unsupported",
      microphoneProblem: "unsupported",
    };
  }
  const audio = {
    echoCancellation: true,
    noiseSuppression: true,
    ...preferDevice(choice.microphone),
  };
  const video = {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    facingMode: "user",
    ...preferDevice(choice.camera),
  };
  // Together first: the browser then asks once.
  if (await addTo(stream, { audio, video }, signal) === null) {
    return { stream, cameraProblem: null, microphoneProblem: null };
  }
  const microphoneProblem = await addTo(stream, { audio }, signal);
  const cameraProblem = await addTo(stream, { video }, signal);
  return { stream, cameraProblem, microphoneProblem };
}

/** A remembered device may be unplugged by now: `ideal`, not `exact`, falls back to another one. */
function preferDevice(deviceId: string): { deviceId?: { ideal: string } } {
  return deviceId === "" ? {} : { deviceId: { ideal: deviceId } };
}

async function addTo(
  stream: MediaStream,
  constraints: MediaStreamConstraints,
  signal: AbortSignal,
): Promise<DeviceProblem | null> {
  try {
    signal.throwIfAborted();
    const found = await navigator.mediaDevices.getUserMedia(constraints);
    for (const track of found.getTracks()) {
      if (signal.aborted) track.stop();
      else stream.addTrack(track);
    }
    return null;
  } catch (error) {
    return problemOf(error);
  }
}

/** Tells what becomes of an open track, now and later; until the returned function is called. */
export function watchTrack(
  track: MediaStreamTrack,
  onProblem: (problem: "ended" | "silent" | null) => void,
): () => void {
  const tell = () =>
    onProblem(
      track.readyState === "ended" ? "ended" : track.muted ? "silent" : null,
    );
  const events = ["ended", "mute", "unmute"];
  for (const event of events) track.addEventListener(event, tell);
  tell();
  return () => {
    for (const event of events) track.removeEventListener(event, tell);
  };
}

/** The device to offer in the place of one that is gone: any other one of its kind that is there. */
export function nextDevice(
  devices: readonly Device[],
  gone: string | undefined,
): Device | null {
  return devices.find(({ id }) => id !== gone) ?? null;
}

/** The problem behind an error of `getUserMedia`, also as lib-jitsi-meet names it. */
export function problemOf(error: unknown): DeviceProblem {
  // What the library has no name for it hands on.
  if (error instanceof Error && "gum" in error) {
    const { name, gum } = error as { name: string; gum?: { error?: unknown } };
    if (name === "gum.general" && gum?.error) return problemOf(gum.error);
  }
  switch (error instanceof Error ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
    case "gum.permission_denied":
      return "refused";
    case "NotFoundError":
    case "OverconstrainedError":
    case "gum.not_found":
    case "gum.constraint_failed":
      return "absent";
    case "NotReadableError":
    case "AbortError":
    case "gum.timeout":
      return "busy";
    default:
      return "unknown";
  }
}

/** All devices, with names once the person has allowed the camera or the microphone. */
export async function listDevices(): Promise<DeviceLists> {
  const devices = await navigator.mediaDevices?.enumerateDevices() ?? [];
  const of = (kind: MediaDeviceKind) =>
    devices.filter((device) => device.kind === kind && device.deviceId !== "")
      .map((device) => ({ id: device.deviceId, label: device.label }));
  return {
    cameras: of("videoinput"),
    microphones: of("audioinput"),
    loudspeakers: of("audiooutput"),
  };
}

/** Stops camera and microphone: their lights go out. */
export function closeMedia(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
