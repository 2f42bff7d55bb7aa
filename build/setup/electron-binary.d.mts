/** Path of the real Electron binary below a checkout's node_modules, or undefined when it was never downloaded. */
export declare const electronBinary: (root: string) => string | undefined;
