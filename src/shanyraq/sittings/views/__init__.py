"""Pages of Sessions: convening, agenda and papers, attendance, the working page of one Session."""
