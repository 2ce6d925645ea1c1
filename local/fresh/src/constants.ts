/** Where the dev server answers for itself. */
export const INTERNAL_PREFIX = "/_frsh";
export const ALIVE_URL = `${INTERNAL_PREFIX}/alive`;
export const DEV_ERROR_OVERLAY_URL = `${INTERNAL_PREFIX}/error_overlay`;

/** A request for parts of a page; answered with the whole page here. */
export const PARTIAL_SEARCH_PARAM = "fresh-partial";

/** The query key that ties an asset's URL to one build. */
export const ASSET_CACHE_BUST_KEY = "__frsh_c";
