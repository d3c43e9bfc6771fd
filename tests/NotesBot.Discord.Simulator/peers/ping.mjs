// discord.js with one trivial command, for tests/NotesBot.Benchmarks/peers.sh.
import { Client } from 'discord.js';

const client = new Client({ intents: 0, allowedMentions: { parse: [] }, rest: { api: process.env.Discord__ApiBaseUrl } });
client.on('interactionCreate', interaction => interaction.reply({ content: 'pong' }).catch(error => console.log(error.message)));
client.on('error', error => console.log(error.message));
await client.login(process.env.Discord__Token);
