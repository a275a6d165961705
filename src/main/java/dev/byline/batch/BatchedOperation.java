package dev.byline.batch;

/// The operations that a batch can hold: those that write one article, author, tag or comment.
/// They are called here as in the document.
enum BatchedOperation {
    createArticle,
    replaceArticle,
    patchArticle,
    trashArticle,
    restoreArticle,
    restoreRevision,
    publishArticle,
    withdrawArticle,
    reviewArticle,
    createAuthor,
    replaceAuthor,
    patchAuthor,
    deleteAuthor,
    replaceAuthorBy,
    undoAuthorReplacement,
    createTag,
    replaceTag,
    patchTag,
    deleteTag,
    replaceTagBy,
    undoTagReplacement,
    postComment,
    moderateComment,
    deleteComment
}
