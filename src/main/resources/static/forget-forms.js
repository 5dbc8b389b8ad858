// At the login page: what an earlier version of Tasklist left of forms in this browser goes, before
// anybody else is at it.
for (const storage of [localStorage, sessionStorage]) {
  Object.keys(storage)
    .filter((key) => /^(camunda-form|camForm):/.test(key))
    .forEach((key) => storage.removeItem(key));
}
