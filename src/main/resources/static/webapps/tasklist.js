// Tasklist in the words and ways of the office.
import { countDays } from './days.js';
import { faultsShown, onTheDesk, openForm } from './forms.js';
import { word } from './words.js';

const BY_DUE_DATE = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);
const READ_BY_NOW = 20_000;

let done;

// Where it is said what was done: it stays until it is read or something else is done.
function placeOfDone() {
  const column = document.querySelector('.task-details > .content');
  if (column && !column.querySelector('.chancery-done')) {
    const place = document.createElement('div');
    place.className = 'chancery-done';
    place.setAttribute('role', 'status');
    column.prepend(place);
    bringMessages();
  }
  return column?.querySelector('.chancery-done');
}

function sayDone(sentence, programme) {
  const place = placeOfDone();
  if (!place) {
    return;
  }
  place.textContent = sentence;
  if (programme) {
    const link = document.createElement('a');
    link.href = `/programmes/${encodeURIComponent(programme)}`;
    link.textContent = word('webapps.toProgramme');
    place.append(' ', link);
  }
  clearTimeout(done);
  done = setTimeout(sayNothing, READ_BY_NOW);
}

// A colleague, a deadline or another window has ended the task whose form is open: what was found
// wrong with it before is over, and what was typed is on its page.
function sayGone({ place, sentence }, notifications) {
  notifications.clearAll();
  clearTimeout(done);
  placeOfDone()?.replaceChildren(sentence, ' ', onTheDesk(place, word('webapps.gone.look')));
}

// Tasklist has found it out by itself: the office is asked who, when and why, and keeps the text.
export function askWhatBecameOfIt() {
  const told = document.querySelector('.task-card.task-removed:not([data-chancery])');
  if (told) {
    told.dataset.chancery = 'gone';
    openForm()?.draft?.keep(true);
  }
}

function sayNothing() {
  clearTimeout(done);
  placeOfDone()?.replaceChildren();
}

// What goes wrong is said where the form is that it is about: above it, in the way of nothing else.
function bringMessages() {
  const column = document.querySelector('.task-details > .content');
  const messages = document.querySelector('.page-notifications');
  if (column && messages && messages.parentElement !== column) {
    column.prepend(messages);
  }
}

// A call that hands a form in: what went wrong before is over, and what succeeds is said.
function told(resource, success, notifications) {
  const submit = resource.submitForm;
  resource.submitForm = async function submitAndTell(...form) {
    const { draft, schema } = openForm() ?? {};
    notifications.clearAll();
    sayNothing();
    const say = success(form[0], schema?.chancery ?? {});
    await draft?.pause();
    try {
      const answer = await submit.apply(this, form);
      await say(answer);
      return answer;
    } catch (refusal) {
      draft?.resume();
      throw refusal;
    }
  };
}

async function isStillOpen(task) {
  const answer = await fetch(`/camunda/api/engine/engine/default/task/count?taskIdIn=${task}`, { headers: { Accept: 'application/json' } });
  return answer.ok && (await answer.json()).count > 0;
}

function completed({ id }, { programme }) {
  const task = document.querySelector('.task-details h2.task')?.textContent.trim();
  return async () => sayDone(word(await isStillOpen(id) ? 'webapps.recorded' : 'webapps.completed', task), programme);
}

function started() {
  const process = document.querySelector('.modal-content .modal-title')?.textContent.replace(/^.*?:/, '').trim();
  return async (instance) => sayDone(word('webapps.started', process), instance?.businessKey);
}

export function mendTasklist(angular) {
  const tasklist = angular.module('cam.tasklist');
  tasklist.config(['$provide', ($provide) => {
    $provide.decorator('Notifications', ['$delegate', (notifications) => {
      const { addError } = notifications;
      notifications.addError = function addTheNewestAlone(message) {
        // What a form itself finds wrong comes without a word.
        bringMessages();
        const faults = message.message ? [] : faultsShown();
        addError.call(this, {
          ...message,
          message: message.message || faults.join(' · '),
          exclusive: true,
        });
      };
      return notifications;
    }]);
    $provide.decorator('camAPI', ['$delegate', 'Notifications', (api, notifications) => {
      told(api.resource('task'), completed, notifications);
      told(api.resource('process-definition'), started, notifications);
      return api;
    }]);
    // It spoke of other tasks where something was to be said of this one.
    $provide.decorator('assignNotification', [() => () => {}]);
  }]);
  tasklist.run(['moment', countDays]);
  tasklist.run(['$rootScope', '$location', 'Notifications', ($rootScope, $location, notifications) => {
    addEventListener('chancery-gone', ({ detail }) => sayGone(detail, notifications));
    let task = $location.search().task;
    const sort = () => {
      if (!$location.search().sorting) {
        $location.search('sorting', BY_DUE_DATE).replace();
      }
    };
    $rootScope.$on('$locationChangeSuccess', () => {
      const now = $location.search().task;
      if (now !== task) {
        notifications.clearAll();
        if (now) {
          sayNothing();
        }
      }
      task = now;
      sort();
    });
    sort();
  }]);
}

// Whoever may start nothing is offered nothing to start.
export async function offerWhatMayBeStarted() {
  const answer = await fetch('/camunda/api/engine/engine/default/process-definition/count'
    + '?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true', { headers: { Accept: 'application/json' } });
  document.body.classList.toggle('chancery-may-start', answer.ok && (await answer.json()).count > 0);
  document.body.classList.add('chancery-asked');
}
