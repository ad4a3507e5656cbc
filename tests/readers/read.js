// Reads the files of data in a folder, and prints what each program made of them as JSON.
import { readFileSync } from 'node:fs'
import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import ICAL from 'ical.js'
import * as even from 'jsonresume-theme-even'
import * as stackoverflow from 'jsonresume-theme-stackoverflow'
import { render } from 'resumed'

const read = name => readFileSync(name, 'utf8')
const resume = JSON.parse(read('cv.json'))
const calendar = new ICAL.Component(ICAL.parse(read('talks.ics')))
const events = calendar.getAllSubcomponents('vevent').map(part => new ICAL.Event(part))
const made = {
  themes: { even: await render(resume, even), stackoverflow: await render(resume, stackoverflow) },
  apa: Object.fromEntries(
    new Cite(JSON.parse(read('publications.csl.json')))
      .format('bibliography', { template: 'apa', asEntryArray: true })
      .map(([id, text]) => [id, text.trim()]),
  ),
  apaStyle: plugins.config.get('@csl').templates.get('apa'),
  events: events.map(({ summary, location, description, uid, startDate, endDate }) => ({
    summary, location, description, uid, start: String(startDate), end: String(endDate),
  })),
}
process.stdout.write(JSON.stringify(made))
