// The browsers that the scripts are made for.
export const targets = ["es2022", "safari15", "chrome91", "firefox91"];
