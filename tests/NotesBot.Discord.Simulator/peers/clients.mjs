// Holds the official JavaScript clients against the simulator: each logs in, registers, answers, is told to reconnect, resumes and answers again.
// Usage: node clients.mjs PROGRAM, where PROGRAM is the built simulator (NotesBot.Discord.Simulator or its .dll).
import { ActionRowBuilder, ButtonBuilder, Client, LabelBuilder, MessageFlags, ModalBuilder, TextDisplayBuilder, TextInputBuilder } from 'discord.js';
import { REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { startSimulator } from './simulator.mjs';

const program = process.argv[2];
const silent = { parse: [] };
const commands = [{
  name: 'ping',
  description: 'Answers',
  options: [{ type: 3, name: 'word', description: 'Any word', autocomplete: true }],
}];
let failures = 0;
let complaints = [];
process.on('warning', warning => complaints.push(`warning: ${warning.message}`));

async function run(name, script) {
  complaints = [];
  const simulator = await startSimulator(program);
  let problem = null;
  try {
    await script(simulator);
    simulator.say('quit');
    const code = await simulator.exited;
    if (code !== 0) problem = `the simulator ended with ${code}:\n${simulator.lines.join('\n')}`;
  } catch (error) {
    problem = error.stack;
    simulator.stop();
  }
  if (!problem && complaints.length > 0) problem = complaints.join('\n');
  failures += problem ? 1 : 0;
  console.log(problem ? `FAILED: ${name}: ${problem}` : `ok: ${name}`);
}

async function discordJs(simulator) {
  const client = new Client({ intents: 0, allowedMentions: silent, rest: { api: simulator.api } });
  client.on('error', error => complaints.push(`error: ${error.message}`));
  client.on('warn', text => complaints.push(`warn: ${text}`));
  client.rest.on('rateLimited', info => complaints.push(`rate limited: ${info.route}`));
  const resumed = new Promise(resolve => client.once('shardResume', resolve));
  client.on('interactionCreate', interaction => answer(interaction).catch(error => complaints.push(error.stack)));
  const ready = new Promise(resolve => client.once('clientReady', resolve));
  await client.login(simulator.token);
  await ready;
  await client.application.commands.set(commands);
  await client.application.commands.fetch({ withLocalizations: true });

  simulator.say('/ping word:one');
  await simulator.line(line => line === 'pong one');
  simulator.say('press Again');
  await simulator.line(line => line === 'pressed');
  simulator.say('/ping word:late');
  await simulator.line(line => line === 'late pong');
  simulator.say('/ping word:form');
  simulator.say('typed words');
  await simulator.line(line => line === 'form typed words');
  simulator.say('fault op7');
  await resumed;
  simulator.say('/ping word:two');
  await simulator.line(line => line === 'pong two');
  await client.destroy();
}

async function answer(interaction) {
  if (interaction.isAutocomplete()) return interaction.respond([{ name: 'one', value: 'one' }]);
  if (interaction.isButton()) return interaction.update({ content: 'pressed', components: [] });
  if (interaction.isModalSubmit()) return interaction.reply({ content: `form ${interaction.fields.getTextInputValue('words')}` });
  const word = interaction.options.getString('word');
  if (word === 'form') return interaction.showModal(form());
  if (word === 'late') {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    return interaction.editReply({ flags: MessageFlags.IsComponentsV2, components: [new TextDisplayBuilder().setContent('late pong')], allowedMentions: silent });
  }
  const row = new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId('again').setLabel('Again').setStyle(1));
  return interaction.reply({ content: `pong ${word}`, components: [row], withResponse: true });
}

const form = () => new ModalBuilder().setCustomId('form').setTitle('A form').addLabelComponents(
  new LabelBuilder().setLabel('Words').setTextInputComponent(new TextInputBuilder().setCustomId('words').setStyle(1)));

async function discordJsWs(simulator) {
  const rest = new REST({ api: simulator.api }).setToken(simulator.token);
  const { id } = await rest.get('/applications/@me');
  await rest.put(`/applications/${id}/commands`, { body: commands });
  const manager = new WebSocketManager({ token: simulator.token, intents: 0, rest, fetchGatewayInformation: () => rest.get('/gateway/bot') });
  manager.on(WebSocketShardEvents.Error, error => complaints.push(`error: ${error?.error?.message ?? error}`));
  const ready = new Promise(resolve => manager.once(WebSocketShardEvents.Ready, resolve));
  const resumed = new Promise(resolve => manager.once(WebSocketShardEvents.Resumed, resolve));
  manager.on(WebSocketShardEvents.Dispatch, ({ data, ...rest1 }) => {
    const payload = data ?? rest1;
    if (payload.t !== 'INTERACTION_CREATE') return;
    const body = { type: 4, data: { content: `pong ${payload.d.data.options[0].value}`, allowed_mentions: silent } };
    rest.post(`/interactions/${payload.d.id}/${payload.d.token}/callback`, { body, auth: false }).catch(error => complaints.push(error.stack));
  });
  await manager.connect();
  await ready;

  simulator.say('/ping word:one');
  await simulator.line(line => line === 'pong one');
  simulator.say('fault op7');
  await resumed;
  simulator.say('/ping word:two');
  await simulator.line(line => line === 'pong two');
  await manager.destroy({ code: 1000 });
}

await run('discord.js logs in, registers, answers and resumes', discordJs);
await run('@discordjs/ws and @discordjs/rest log in, register, answer and resume', discordJsWs);
process.exit(failures === 0 ? 0 : 1);
