package io.sarf.payouts.review;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("review")
interface ReviewMessages {
    String reviewAuthorization();

    String stepReview();

    String stepCode();

    String stepResult();

    String firstPayment();

    String total();

    String sendCode();

    String nothingSelected();

    String tooMany(int most, int count);

    String leftOut();

    String leftOutText();

    String beingAuthorizedByYou();

    String beingAuthorizedByAnother();

    String nothingLeft();

    String oneBank();

    String changedSince(String name, String state);

    String releaseCount(String count);

    String releaseTitle();

    String releaseText();

    String releasing();

    String notOnDemand();

    String releasedTitle();

    String releasedText();

    String releasedProgress(int done, int all);

    String backToPayouts();

    String payeeEdited();
}
