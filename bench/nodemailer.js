// The letter of 60 KB through nodemailer's pool; prints a row for bench/table: see README.md.
// usage: NODE_PATH=DIR/node_modules node bench/nodemailer.js NAME PORT CONNECTIONS MESSAGES unsigned|signed
'use strict';
const { generateKeyPairSync } = require('crypto');
const { readFileSync } = require('fs');
const nodemailer = require('nodemailer');

const [name, port, connections, messages, way] = process.argv.slice(2);
const line = 'The ferries run again, and the café on the quay has opened its doors = at last.\n';
const text = line.repeat(160);
const html = `<p style="margin:0">${line.trim()}</p>\n`.repeat(370);
const link = (what, number) => `https://news.harbour.example/${what}/0123456789012345678901234567890123456789-${number}`;

function dkim() {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { domainName: 'harbour.example', keySelector: 'quay', privateKey };
}

const transport = nodemailer.createTransport({
  host: '127.0.0.1',
  port: Number(port),
  pool: true,
  maxConnections: Number(connections),
  maxMessages: Infinity,
  ...(way === 'signed' && { dkim: dkim() }),
});

function message(number) {
  const words = (story) => `Reader ${number}\n${story}${link('unsubscribe', number)}\n`;
  return {
    from: 'daily@harbour.example',
    to: `reader${number}@example.org`,
    subject: 'The new quay opens',
    text: words(text),
    html: words(html),
    list: { unsubscribe: link('unsubscribe', number) },
    headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}

/** Keeps twice as many messages at hand as there are connections, so that none waits for the next. */
async function send(count) {
  let left = count;
  let bytes = 0;
  const lane = async () => {
    while (left > 0) {
      const sent = await transport.sendMail(message(left--));
      bytes = sent.messageSize;
    }
  };
  await Promise.all(Array.from({ length: 2 * connections }, lane));
  return bytes;
}

const peakMegabytes = () => Math.floor(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] / 1024);

async function main() {
  await send(Math.floor(messages / 5));
  const cpuBefore = process.cpuUsage();
  const start = process.hrtime.bigint();
  const bytes = await send(Number(messages));
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const cpu = process.cpuUsage(cpuBefore);
  const cpuSeconds = (cpu.user + cpu.system) / 1e6;
  const row = [name, connections, messages, bytes, (messages / seconds).toFixed(1), ((cpuSeconds * 1000) / messages).toFixed(3)];
  console.log([...row, peakMegabytes()].join('\t'));
  transport.close();
}

main();
