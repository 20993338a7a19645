// A printed code leads to /verify#TOKEN. What stands behind # is never sent by the browser and so in no log on the way;
// here it goes into the form, which sends it in the body.
const token = location.hash.slice(1);
const field = document.getElementById("f-token");
if (field && /^[A-Za-z0-9 -]{8,120}$/.test(token)) {
  history.replaceState(null, "", location.pathname);
  field.value = token;
  field.form.requestSubmit();
}
