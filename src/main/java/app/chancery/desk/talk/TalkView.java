package app.chancery.desk.talk;

import app.chancery.records.talk.TalkedTask;
import java.util.List;

/**
 * What is said in a place, as it is shown.
 *
 * @param path of the page of the place
 * @param heading what the place is called
 * @param ofTask whether it is a task
 * @param readers the name of the delegation for which alone it is; null if it is for others too
 * @param open whether more may be said
 * @param receipt by which a second sending of the form is known
 * @param count of all comments
 * @param page of those that are shown, 0 for the newest
 * @param pages how many there are
 * @param form for a new comment
 * @param fileFault a sentence on what is wrong with the file that was to be added; null if nothing
 *     is
 * @param endings of the names of files that are taken
 * @param largest of a file, in bytes
 * @param tasks of a programme those on which something was said too
 */
public record TalkView(
    String path,
    String heading,
    boolean ofTask,
    String readers,
    boolean open,
    String receipt,
    int count,
    int page,
    int pages,
    List<CommentView> comments,
    CommentForm form,
    List<FileView> files,
    String fileFault,
    String endings,
    long largest,
    String largestInWords,
    List<TalkedTask> tasks) {}
