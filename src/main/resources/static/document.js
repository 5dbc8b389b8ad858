// The head of Chancery's other pages above a document on the screen, which has the looks of paper and is a page of its own.
import { showMasthead } from './webapps/masthead.js';

showMasthead();
