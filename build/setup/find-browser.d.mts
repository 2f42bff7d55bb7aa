/** Path of a Chromium-based browser, or undefined when none is installed. */
export declare const findBrowser: (env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform) => string | undefined;
