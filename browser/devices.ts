/** Why camera or microphone cannot be used; each has its own advice (i18n waiting-room). */
export type DeviceProblem =
  | "refused"
  | "absent"
  | "busy"
  | "unsupported"
  | "unknown";

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

/** Camera and microphone as far as they could be had, each with its problem where not. */
export interface LocalMedia {
  stream: MediaStream;
  cameraProblem: DeviceProblem | null;
  microphoneProblem: DeviceProblem | null;
}

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
export function supportsCalls(): boolean {
  return "RTCPeerConnection" in globalThis &&
    navigator.mediaDevices?.getUserMedia !== undefined;
}

/**
 * Opens camera and microphone. One that fails does not keep the other from working: the call goes on
 * without video, or with listening only.
 */
export async function openMedia(choice: DeviceChoice): Promise<LocalMedia> {
  const stream = new MediaStream();
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
    ...exactly(choice.microphone),
  };
  const video = {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    facingMode: "user",
    ...exactly(choice.camera),
  };
  try {
    // Together first: the browser then asks once.
    const both = await navigator.mediaDevices.getUserMedia({ audio, video });
    return { stream: both, cameraProblem: null, microphoneProblem: null };
  } catch {
    const microphoneProblem = await addTo(stream, { audio });
    const cameraProblem = await addTo(stream, { video });
    return { stream, cameraProblem, microphoneProblem };
  }
}

/** A remembered device may be unplugged by now: `ideal`, not `exact`, falls back to another one. */
function exactly(deviceId: string): { deviceId?: { ideal: string } } {
  return deviceId === "" ? {} : { deviceId: { ideal: deviceId } };
}

async function addTo(
  stream: MediaStream,
  constraints: MediaStreamConstraints,
): Promise<DeviceProblem | null> {
  try {
    const found = await navigator.mediaDevices.getUserMedia(constraints);
    for (const track of found.getTracks()) stream.addTrack(track);
    return null;
  } catch (error) {
    return problemOf(error);
  }
}

/** The problem behind an error of `getUserMedia`, also as lib-jitsi-meet names it. */
export function problemOf(error: unknown): DeviceProblem {
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
