// Sends the example of the page about the API, and shows the answer as it came.

const $ = (id) => document.getElementById(id);

$("curl").textContent = $("curl").textContent.replaceAll("http://127.0.0.1:8000", location.origin);

$("try").addEventListener("submit", async (event) => {
  event.preventDefault();
  const key = $("key").value.trim();
  const headers = { "Content-Type": "application/json", Accept: $("accept").value };
  if (key) headers.Authorization = `Bearer ${key}`;
  $("said").textContent = "Waiting for the answer …";
  try {
    const answer = await fetch("/v1/briefs", { method: "POST", headers, body: $("body").value });
    $("answer").textContent = await answer.text();
    $("said").textContent = `${answer.status} ${answer.headers.get("Content-Type")}`;
    $("answer").hidden = false;
  } catch {
    $("said").textContent = "The server does not answer.";
  }
});
