/** In the order in which a press goes through them. */
export const corners = [
  "bottom-start",
  "top-start",
  "top-end",
  "bottom-end",
] as const;

/** Where in the stage of the call the own picture stands. */
export type Corner = typeof corners[number];

/** The corner clockwise from this one, or the one an arrow key leads to; the same for any other key. */
export function nextCorner(corner: Corner, key?: string): Corner {
  if (key === undefined) {
    return corners[(corners.indexOf(corner) + 1) % corners.length] ?? corner;
  }
  const [block, inline] = corner.split("-");
  const moved = {
    ArrowUp: `top-${inline}`,
    ArrowDown: `bottom-${inline}`,
    ArrowLeft: `${block}-start`,
    ArrowRight: `${block}-end`,
  }[key];
  return corners.find((one) => one === moved) ?? corner;
}

type Box = Pick<DOMRect, "left" | "top" | "width" | "height">;

/** The corner of the stage that is nearest to the middle of a picture. */
export function cornerNear(picture: Box, stage: Box): Corner {
  const middle = ({ left, top, width, height }: Box) =>
    [left + width / 2, top + height / 2] as const;
  const [x, y] = middle(picture);
  const [stageX, stageY] = middle(stage);
  return `${y < stageY ? "top" : "bottom"}-${x < stageX ? "start" : "end"}`;
}
