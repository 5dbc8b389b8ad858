// A button that prints: without a script there is none, and the browser's own does it.
const print = document.getElementById("print");
print.hidden = false;
print.addEventListener("click", () => window.print());
