// A page of the guide: its examples lead to the place where it lies itself, and are copied by one
// press.
const here = new URL("../", location.href).href;
const [template] = document.getElementsByTagName("template");
for (const pre of document.querySelectorAll("pre")) {
  const code = pre.textContent?.replaceAll("https://HOST/downhill/", here) ?? "";
  const content = pre.querySelector("code");
  if (content) content.textContent = code;
  const button = template?.content.firstElementChild?.cloneNode(true) as HTMLButtonElement;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code);
    button.dataset.copied = "";
  });
  pre.after(button);
}
