// A package has no page of its own for links to lead to: in the place of home.ts.

export const files = "";
