// Adds messages to the list as they arrive.
const entries = document.querySelector("[data-entries]");
const count = document.querySelector("[data-count]");
const newest = () => Number(entries.querySelector("li")?.dataset.number ?? 0);

async function look() {
  const reply = await fetch(`/demo/arrivals?after=${newest()}&${entries.dataset.look}`);
  const arrivals = (await reply.text()).trim();
  if (arrivals && newest() === 0) location.reload();
  else if (arrivals) show(arrivals);
}

function show(arrivals) {
  const open = newest();
  entries.insertAdjacentHTML("afterbegin", arrivals);
  entries.querySelectorAll("li").forEach((entry) => entry.classList.toggle("arrived", entry.dataset.number > open));
  count.textContent = `${newest()} ${newest() === 1 ? "message" : "messages"}`;
}

async function keepLooking() {
  if (!document.hidden) await look().catch(() => {});
  setTimeout(keepLooking, 1000);
}

if (entries) keepLooking();
