/**
 * The forms of tasks and processes on Chancery's own pages: read from the very definition that is
 * deployed, filled with what is known and with what the person has typed so far, and checked as
 * Tasklist checks it. What somebody types is kept as a draft until it is handed in.
 *
 * <p>To show one on a page: {@link app.chancery.platform.forms.Forms#open} with the {@link
 * app.chancery.platform.forms.FormPlace} of the task (also that of a delegation's answer) or of the
 * process to be started gives a {@link app.chancery.platform.forms.FormView}; the template has
 * {@code th:replace="~{form :: whole(${form})}"}. To take what comes back: {@link
 * app.chancery.platform.forms.Forms#submit}; if it is {@code Refused}, {@link
 * app.chancery.platform.forms.Forms#again} gives the form once more, with all that was typed and
 * what is wrong at its place. The draft at {@code <address of the place>/draft} works by itself.
 */
@org.springframework.modulith.NamedInterface("forms")
package app.chancery.platform.forms;
